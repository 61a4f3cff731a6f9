/** Opus in Java. The library does not say itself that it is a module, which jlink wants of all that it links. */
module concentus {
    exports io.github.jaredmdobson.concentus;
}
