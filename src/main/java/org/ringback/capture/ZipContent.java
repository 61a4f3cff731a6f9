package org.ringback.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.ringback.scratch.ScratchFile;

/**
 * What a zip file holds that can be read: the text of an office document, or the only file of an archive. Of several files
 * nobody can say in which of them a line stands, so they are left to whoever unpacks them.
 *
 * @param bytes the text in memory, or the file mapped for as long as the arena lives
 * @param whole whether nothing of it is missing because it was longer than may be unpacked
 */
record ZipContent(MemorySegment bytes, boolean whole) {

    private static final int CHUNK = 1 << 16;

    /** What systems put beside the files that somebody packs. */
    private static final List<String> OF_SYSTEMS = List.of("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini");

    /**
     * Opens a zip file.
     *
     * @param most bytes that may come out of it
     * @return nothing if it is damaged, holds several files or asks for a password
     */
    static Optional<ZipContent> of(Path path, Arena arena, long most, BooleanSupplier canceled) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            Optional<String> document = OfficeDocument.of(zip);
            if (document.isPresent()) {
                byte[] text = document.get().getBytes(StandardCharsets.UTF_8);
                return Optional.of(new ZipContent(MemorySegment.ofArray(text), true));
            }
            List<? extends ZipEntry> files = zip.stream()
                    .filter(entry -> !entry.isDirectory() && !isOfSystem(entry.getName()))
                    .limit(2)
                    .toList();
            return files.size() == 1
                    ? Optional.of(unpacked(zip, files.getFirst(), arena, most, canceled))
                    : Optional.empty();
        } catch (ZipException e) {
            return Optional.empty();
        }
    }

    private static boolean isOfSystem(String name) {
        return OF_SYSTEMS.stream().anyMatch(of -> name.startsWith(of) || name.endsWith("/" + of));
    }

    private static ZipContent unpacked(ZipFile zip, ZipEntry entry, Arena arena, long most, BooleanSupplier canceled)
            throws IOException {
        try (ScratchFile scratch = ScratchFile.create()) {
            boolean whole = copied(zip, entry, scratch.path(), most, canceled);
            return new ZipContent(scratch.map(arena), whole);
        }
    }

    private static boolean copied(ZipFile zip, ZipEntry entry, Path to, long most, BooleanSupplier canceled)
            throws IOException {
        byte[] chunk = new byte[CHUNK];
        long written = 0;
        try (InputStream packed = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(to)) {
            for (int count = packed.read(chunk); count > 0; count = packed.read(chunk)) {
                out.write(chunk, 0, (int) Math.min(count, most - written));
                written += count;
                if (written > most) {
                    return false;
                }
                if (canceled.getAsBoolean()) {
                    return true;
                }
            }
        }
        return true;
    }
}
