package org.ringback.packaging;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** The program's sign in the two files that other systems want; both are a list of PNG pictures with a head. */
final class IconFiles {

    private static final List<Integer> WINDOWS = List.of(16, 24, 32, 48, 64, 256);

    /** The names of sizes in an icns file. */
    private static final Map<String, Integer> MACOS = new LinkedHashMap<>();

    static {
        MACOS.put("icp4", 16);
        MACOS.put("icp5", 32);
        MACOS.put("ic07", 128);
        MACOS.put("ic08", 256);
        MACOS.put("ic09", 512);
    }

    private final Icons icons;

    IconFiles(Icons icons) {
        this.icons = icons;
    }

    /** An ico file. */
    Path windows(Path file) throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        for (int size : WINDOWS) {
            pictures.add(picture(size));
        }
        var head = ByteBuffer.allocate(6 + 16 * pictures.size()).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
        int place = head.capacity();
        for (int index = 0; index < pictures.size(); index++) {
            // 256 does not fit a byte and is written as 0.
            byte side = (byte) WINDOWS.get(index).intValue();
            head.put(side)
                    .put(side)
                    .put((byte) 0)
                    .put((byte) 0)
                    .putShort((short) 1)
                    .putShort((short) 32);
            head.putInt(pictures.get(index).length).putInt(place);
            place += pictures.get(index).length;
        }
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.array());
        pictures.forEach(all::writeBytes);
        return Files.write(file, all.toByteArray());
    }

    /** An icns file. */
    Path macos(Path file) throws IOException {
        var all = new ByteArrayOutputStream();
        var parts = new DataOutputStream(all);
        for (var entry : MACOS.entrySet()) {
            byte[] picture = picture(entry.getValue());
            parts.writeBytes(entry.getKey());
            parts.writeInt(8 + picture.length);
            parts.write(picture);
        }
        var whole = new ByteArrayOutputStream();
        var head = new DataOutputStream(whole);
        head.write("icns".getBytes(StandardCharsets.US_ASCII));
        head.writeInt(8 + all.size());
        head.write(all.toByteArray());
        return Files.write(file, whole.toByteArray());
    }

    private byte[] picture(int size) throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(icons.drawn(size), "png", png);
        return png.toByteArray();
    }
}
