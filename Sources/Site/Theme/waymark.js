// Pages work without this; it only adds comfort.
