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
import org.ringback.capture.payload.Output;
import org.ringback.capture.wire.Unusable;
import org.ringback.scratch.ScratchFile;

/**
 * What a zip file holds that can be read: the text of an office document, or the only file of an archive. Of several files
 * nobody can say in which of them a line stands, so they are left to whoever unpacks them.
 *
 * @param bytes the text in memory, or the file mapped for as long as the arena lives
 * @param missing why something of it is missing: damage, or more than may be unpacked
 */
record ZipContent(MemorySegment bytes, Optional<Unusable.Reason> missing) {

    private static final int CHUNK = 1 << 16;

    /**
     * Opens a zip file.
     *
     * @param most bytes that may come out of it
     * @return nothing if it holds several files
     * @throws RefusedFile if it is locked with a password or damaged
     */
    static Optional<ZipContent> of(Path path, Arena arena, long most, BooleanSupplier canceled) throws IOException {
        if (ZipLock.isOn(path)) {
            throw new RefusedFile("locked");
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (OfficeDocument.is(zip)) {
                OfficeDocument document = OfficeDocument.of(zip);
                byte[] text = document.text().getBytes(StandardCharsets.UTF_8);
                return Optional.of(new ZipContent(MemorySegment.ofArray(text), document.missing()));
            }
            List<? extends ZipEntry> files = zip.stream()
                    .filter(entry -> !entry.isDirectory() && !MemberName.isOfSystem(entry.getName()))
                    .limit(2)
                    .toList();
            return files.size() == 1
                    ? Optional.of(unpacked(zip, files.getFirst(), arena, most, canceled))
                    : Optional.empty();
        } catch (ZipException e) {
            throw new RefusedFile("archive", e);
        }
    }

    /** Says what is missing of it, if so. */
    void tell(Output output) {
        missing.ifPresent(why -> output.unusable(0, why, why == Unusable.Reason.LIMIT ? "UNPACKED" : "zip"));
    }

    private static ZipContent unpacked(ZipFile zip, ZipEntry entry, Arena arena, long most, BooleanSupplier canceled)
            throws IOException {
        try (ScratchFile scratch = ScratchFile.create()) {
            boolean whole = copied(zip, entry, scratch.path(), most, canceled);
            return new ZipContent(scratch.map(arena), whole ? Optional.empty() : Optional.of(Unusable.Reason.LIMIT));
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
