package org.ringback.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.ringback.capture.wire.Sink;

/** Unpacks a gzip file (RFC 1952) into a temporary one, so that it can be mapped like any other. */
final class Gunzip {

    private static final int CHUNK = 1 << 18;

    /** How an unpacking ended. */
    enum Outcome {
        WHOLE,
        /** The packed file ends too early or is damaged: what came before is there. */
        CUT,
        LIMIT,
        CANCELED
    }

    private Gunzip() {}

    /** Unpacks at most so many bytes. */
    static Outcome unpack(Path packed, Path unpacked, long most, Sink sink) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long written = 0;
        try (InputStream file = Files.newInputStream(packed);
                OutputStream output = Files.newOutputStream(unpacked)) {
            try (var input = new GZIPInputStream(file, CHUNK)) {
                for (int count = input.read(chunk); count >= 0; count = input.read(chunk)) {
                    output.write(chunk, 0, (int) Math.min(count, most - written));
                    written += count;
                    if (written > most) {
                        return Outcome.LIMIT;
                    }
                    if (sink.canceled()) {
                        return Outcome.CANCELED;
                    }
                }
            } catch (EOFException | ZipException e) {
                return Outcome.CUT;
            }
        }
        return Outcome.WHOLE;
    }
}
