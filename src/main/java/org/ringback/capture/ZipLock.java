package org.ringback.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Whether a zip file is locked with a password: the header before each file says so (APPNOTE 6.3, 4.4.4). */
final class ZipLock {

    private static final int HEADER = 0x04034B50;
    private static final int LENGTH = 30;
    private static final int LOCKED = 1;

    /** Folders have nothing to lock; before the first file there are not more of them. */
    private static final int MOST_FOLDERS = 100;

    private ZipLock() {}

    /** Whether its first file is, and so in most all others. */
    static boolean isOn(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
            long at = 0;
            for (int i = 0; i < MOST_FOLDERS; i++) {
                header.clear();
                if (channel.read(header, at) < LENGTH || header.getInt(0) != HEADER) {
                    return false;
                }
                if ((header.getShort(6) & LOCKED) != 0) {
                    return true;
                }
                if (header.getInt(18) != 0) {
                    return false;
                }
                at += LENGTH + Short.toUnsignedInt(header.getShort(26)) + Short.toUnsignedInt(header.getShort(28));
            }
            return false;
        }
    }
}
