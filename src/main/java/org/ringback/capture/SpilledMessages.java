package org.ringback.capture;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ringback.capture.payload.Store;
import org.ringback.scratch.ScratchFile;

/**
 * Messages for which there is no room in memory, in a temporary file that nobody else can change. They can be looked at as
 * long as anybody holds one. For the thread that reads, but for {@link #release}.
 */
final class SpilledMessages implements Store.Overflow, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SpilledMessages.class.getName());

    private static final long CHUNK = 64L << 20;

    private final List<MemorySegment> chunks = new CopyOnWriteArrayList<>();
    private ScratchFile file;
    private FileChannel channel;
    private MemorySegment chunk = MemorySegment.NULL;
    private long used;
    private boolean failed;

    @Override
    public MemorySegment keep(byte[] bytes, int from, int length) {
        if (!failed) {
            try {
                return written(bytes, from, length);
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "No room on disk: messages stay in memory", e);
                failed = true;
            }
        }
        return MemorySegment.ofArray(Arrays.copyOfRange(bytes, from, from + length));
    }

    private MemorySegment written(byte[] bytes, int from, int length) throws IOException {
        if (chunk.byteSize() - used < length) {
            nextChunk();
        }
        // Written to the file and not to its mapping: a full disk would end the program there.
        ByteBuffer left = ByteBuffer.wrap(bytes, from, length);
        long place = (chunks.size() - 1) * CHUNK + used;
        while (left.hasRemaining()) {
            place += channel.write(left, place);
        }
        MemorySegment kept = chunk.asSlice(used, length).asReadOnly();
        used += length;
        return kept;
    }

    private void nextChunk() throws IOException {
        if (file == null) {
            file = ScratchFile.create();
            channel = FileChannel.open(file.path(), StandardOpenOption.READ, StandardOpenOption.WRITE);
            file.unname();
        }
        chunk = channel.map(FileChannel.MapMode.READ_WRITE, chunks.size() * CHUNK, CHUNK, Arena.ofAuto());
        chunks.add(chunk);
        used = 0;
    }

    /** Gives back the memory into which the system has brought pages of the file; messages stay readable. Any thread. */
    void release() {
        chunks.forEach(MemorySegment::unload);
    }

    /** Keeps no more messages. */
    @Override
    public void close() {
        try (FileChannel _ = channel;
                ScratchFile _ = file) {
            failed = true;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Left to the end of the program", e);
        }
    }
}
