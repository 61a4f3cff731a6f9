package org.ringback;

import java.io.IOException;
import java.nio.file.Path;

/** Named pipes, which Java itself cannot make. */
public final class Pipes {

    private Pipes() {}

    /** Makes one; false on a system that has none. */
    public static boolean make(Path path) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", path.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
