package org.ringback.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.ringback.capture.wire.Sink;

/**
 * Unpacks a gzip file (RFC 1952) into a temporary one, so that it can be mapped like any other. All that can be unpacked
 * before damage or the end is there, to the last byte.
 */
final class Gunzip implements AutoCloseable {

    private static final int CHUNK = 1 << 18;

    private static final int DEFLATE = 8;
    private static final int HEADER_CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    /** How an unpacking ended. */
    enum Outcome {
        WHOLE,
        /** The packed file ends too early: what came before is there. */
        CUT,
        /** What is packed cannot be right: what came before is there. */
        DAMAGED,
        LIMIT,
        CANCELED
    }

    private final InputStream input;
    private final OutputStream output;
    private final long most;
    private final Sink sink;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] packed = new byte[CHUNK];
    private final byte[] chunk = new byte[CHUNK];
    private int at;
    private int end;
    private long written;

    private Gunzip(InputStream input, OutputStream output, long most, Sink sink) {
        this.input = input;
        this.output = output;
        this.most = most;
        this.sink = sink;
    }

    /** Unpacks at most so many bytes. */
    static Outcome unpack(Path packed, Path unpacked, long most, Sink sink) throws IOException {
        try (InputStream input = Files.newInputStream(packed);
                OutputStream output = Files.newOutputStream(unpacked);
                var gunzip = new Gunzip(input, output, most, sink)) {
            return gunzip.members();
        } catch (EOFException e) {
            return Outcome.CUT;
        } catch (DataFormatException e) {
            return Outcome.DAMAGED;
        }
    }

    /** One file may be several, one packed behind the other; what follows them and is none is padding. */
    private Outcome members() throws IOException, DataFormatException {
        bytes(2);
        header();
        Outcome outcome = member();
        while (outcome == Outcome.WHOLE && another()) {
            header();
            outcome = member();
        }
        return outcome;
    }

    private boolean another() throws IOException {
        return read() == 0x1F && read() == 0x8B;
    }

    /** RFC 1952 section 2.3. */
    private void header() throws IOException, DataFormatException {
        byte[] begin = bytes(8);
        int flags = begin[1];
        if (begin[0] != DEFLATE) {
            throw new DataFormatException("method");
        }
        if ((flags & EXTRA) != 0) {
            bytes((int) number(bytes(2)));
        }
        if ((flags & NAME) != 0) {
            text();
        }
        if ((flags & COMMENT) != 0) {
            text();
        }
        if ((flags & HEADER_CHECK) != 0) {
            bytes(2);
        }
    }

    private void text() throws IOException {
        while (bytes(1)[0] != 0) {
            // Nobody needs the name.
        }
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int filled = 0; filled < count; filled++) {
            int next = read();
            if (next < 0) {
                throw new EOFException();
            }
            bytes[filled] = (byte) next;
        }
        return bytes;
    }

    private int read() throws IOException {
        return at < end || fill() ? packed[at++] & 0xFF : -1;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, input.read(packed));
        return end > 0;
    }

    private static long number(byte[] littleEndian) {
        long number = 0;
        for (int at = littleEndian.length - 1; at >= 0; at--) {
            number = number << 8 | (littleEndian[at] & 0xFF);
        }
        return number;
    }

    private Outcome member() throws IOException, DataFormatException {
        inflater.reset();
        check.reset();
        while (!inflater.finished()) {
            if (at == end && !fill()) {
                throw new EOFException();
            }
            inflater.setInput(packed, at, end - at);
            inflate();
            at = end - inflater.getRemaining();
            if (written > most) {
                return Outcome.LIMIT;
            }
            if (sink.canceled()) {
                return Outcome.CANCELED;
            }
        }
        boolean right = number(bytes(4)) == check.getValue();
        boolean whole = number(bytes(4)) == (inflater.getBytesWritten() & 0xFFFF_FFFFL);
        return right && whole ? Outcome.WHOLE : Outcome.DAMAGED;
    }

    /** Writes what comes out of the input that is there; what comes before damage in it, too. */
    private void inflate() throws IOException, DataFormatException {
        while (!inflater.finished() && !inflater.needsInput() && written <= most) {
            long before = inflater.getBytesWritten();
            try {
                int count = inflater.inflate(chunk);
                if (count == 0 && inflater.needsDictionary()) {
                    throw new DataFormatException("dictionary");
                }
            } finally {
                write((int) (inflater.getBytesWritten() - before));
            }
        }
    }

    private void write(int count) throws IOException {
        check.update(chunk, 0, count);
        output.write(chunk, 0, (int) Math.min(count, most - written));
        written += count;
    }

    @Override
    public void close() {
        inflater.close();
    }
}
