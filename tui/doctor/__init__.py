"""`doctor`: looks at the machine as a chapter on installation would, one module for each thing looked at.

Facts are gathered by functions that return data; other functions, told of facts alone, make findings of them.
"""
