package org.ringback.capture;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.ringback.capture.wire.Sink;

/**
 * Unpacks a gzip file (RFC 1952) into a temporary one, so that it can be mapped like any other. All that can be unpacked is
 * there: before damage to the last byte, and behind it from the next member on, for a file may be several, one packed
 * behind the other.
 */
final class Gunzip implements AutoCloseable {

    private static final int CHUNK = 1 << 18;

    /** Whoever gives less than this and then breaks off may have been unpacked from the wrong place. */
    private static final int LITTLE = 1 << 12;

    /** Damage shows later than where it is, but not much: from so far before it the next member is looked for. */
    private static final int SHOWN_LATE = 1 << 16;

    /** A hostile file may seem to begin anew at every byte. */
    private static final int MOST_DAMAGED = 10_000;

    /** How an unpacking ended. */
    enum Outcome {
        WHOLE,
        /** The packed file ends too early: what came before is there. */
        CUT,
        /** What is packed cannot be right: what can be unpacked is there. */
        DAMAGED,
        LIMIT,
        CANCELED
    }

    private final PackedInput input;
    private final FileChannel output;
    private final long most;
    private final Sink sink;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] chunk = new byte[CHUNK];
    private long written;

    private Gunzip(PackedInput input, FileChannel output, long most, Sink sink) {
        this.input = input;
        this.output = output;
        this.most = most;
        this.sink = sink;
    }

    /** Unpacks at most so many bytes. */
    static Outcome unpack(Path packed, Path unpacked, long most, Sink sink) throws IOException {
        try (PackedInput input = new PackedInput(packed, sink::canceled);
                FileChannel output = FileChannel.open(
                        unpacked,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                var gunzip = new Gunzip(input, output, most, sink)) {
            return gunzip.members();
        }
    }

    /** What follows the members and is none is padding. */
    private Outcome members() throws IOException {
        int damaged = 0;
        boolean cut = false;
        for (long header = 0; header >= 0; ) {
            Outcome outcome = member(header);
            if (outcome == Outcome.LIMIT || sink.canceled()) {
                return outcome == Outcome.LIMIT ? outcome : Outcome.CANCELED;
            }
            cut = outcome == Outcome.CUT;
            damaged += outcome == Outcome.WHOLE ? 0 : 1;
            long behind = inflater.finished() ? input.position() : Math.max(header + 2, input.position() - SHOWN_LATE);
            header = damaged > MOST_DAMAGED ? -1 : next(behind);
            if (outcome == Outcome.WHOLE && header > behind && !padding(behind, header)) {
                damaged++;
            }
        }
        return damaged == 0 ? Outcome.WHOLE : damaged == 1 && cut ? Outcome.CUT : Outcome.DAMAGED;
    }

    private long next(long behind) throws IOException {
        boolean damaged = inflater.finished() && GzipHeader.nearly(input, behind);
        return damaged ? behind : GzipHeader.next(input, behind);
    }

    private boolean padding(long from, long to) throws IOException {
        input.goTo(from);
        while (input.position() < to) {
            if (input.next() != 0) {
                return false;
            }
        }
        return true;
    }

    /** Unpacks one from where its header says that it begins, or else from where most comes out. */
    private Outcome member(long header) throws IOException {
        List<Long> begins = GzipHeader.begins(input, header);
        long before = written;
        long best = begins.getFirst();
        long bestWritten = 0;
        for (long begin : begins) {
            Outcome outcome = begin < 0 ? Outcome.DAMAGED : from(begin);
            boolean broken = outcome == Outcome.DAMAGED || outcome == Outcome.CUT;
            if (!broken || written - before >= LITTLE) {
                return begin == begins.getFirst() || outcome != Outcome.WHOLE ? outcome : Outcome.DAMAGED;
            }
            if (written - before > bestWritten) {
                best = begin;
                bestWritten = written - before;
            }
            forget(before);
        }
        Outcome outcome = best < 0 ? Outcome.DAMAGED : from(best);
        return best == begins.getFirst() ? outcome : Outcome.DAMAGED;
    }

    private void forget(long before) throws IOException {
        output.truncate(before);
        output.position(before);
        written = before;
    }

    private Outcome from(long begin) throws IOException {
        input.goTo(begin);
        inflater.reset();
        check.reset();
        try {
            return inflated();
        } catch (EOFException e) {
            return Outcome.CUT;
        } catch (DataFormatException e) {
            input.takeBack(inflater);
            return Outcome.DAMAGED;
        }
    }

    private Outcome inflated() throws IOException, DataFormatException {
        while (!inflater.finished()) {
            input.feed(inflater);
            inflate();
            input.takeBack(inflater);
            if (written > most) {
                return Outcome.LIMIT;
            }
        }
        boolean right = input.number(4) == check.getValue();
        boolean whole = input.number(4) == (inflater.getBytesWritten() & 0xFFFF_FFFFL);
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
        ByteBuffer out = ByteBuffer.wrap(chunk, 0, (int) Math.min(count, most - written));
        while (out.hasRemaining()) {
            output.write(out);
        }
        written += count;
    }

    @Override
    public void close() {
        inflater.close();
    }
}
