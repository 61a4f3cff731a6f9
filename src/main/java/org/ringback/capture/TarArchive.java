package org.ringback.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The files of a tar file (POSIX.1-2017, pax), with long names as GNU and as POSIX write them. */
final class TarArchive implements Archive {

    /** A longer name is none. */
    private static final int LONGEST_NAME = 1 << 16;

    private final InputStream in;
    private long left;
    private long padding;

    TarArchive(InputStream in) {
        this.in = in;
    }

    @Override
    public Optional<String> next() throws IOException {
        Optional<String> longer = Optional.empty();
        while (true) {
            skip(left + padding);
            byte[] block = in.readNBytes(TarHeader.BLOCK);
            Optional<TarHeader> header = TarHeader.of(block);
            if (header.isEmpty() && block.length > 0 && block[0] != 0) {
                throw new EOFException("no header");
            }
            if (header.isEmpty()) {
                return Optional.empty();
            }
            left = header.get().size();
            padding = -left & (TarHeader.BLOCK - 1);
            switch (header.get().type()) {
                case 'L' -> longer = Optional.of(text().replace("\0", ""));
                case 'x' -> longer = TarHeader.path(text());
                case '0', '\0', '7' -> {
                    return longer.or(() -> header.map(TarHeader::name));
                }
                default -> {}
            }
        }
    }

    private String text() throws IOException {
        byte[] text = content().readNBytes(LONGEST_NAME);
        return new String(text, StandardCharsets.UTF_8);
    }

    private void skip(long count) throws IOException {
        in.skipNBytes(count);
        left = 0;
        padding = 0;
    }

    @Override
    public InputStream content() {
        return new Content();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private final class Content extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = in.read(bytes, from, (int) Math.min(length, left));
            if (count < 0) {
                throw new EOFException();
            }
            left -= count;
            return count;
        }
    }
}
