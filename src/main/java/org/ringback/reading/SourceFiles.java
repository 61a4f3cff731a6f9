package org.ringback.reading;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.ringback.capture.Archives;
import org.ringback.capture.SourceFile;
import org.ringback.capture.wire.Unusable;
import org.ringback.scratch.ScratchFile;

/**
 * Where a source stands on disk, for captures are mapped files. What is in none gets one, which is gone when this is closed.
 */
final class SourceFiles implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SourceFiles.class.getName());

    private static final String SAMPLE = "/sample/sample.pcap";

    private final CaptureSource source;
    private final List<SourceFile> files;
    private final List<Unusable> faults;
    private final Runnable away;

    private SourceFiles(CaptureSource source, List<SourceFile> files, List<Unusable> faults, Runnable away) {
        this.source = source;
        this.files = files;
        this.faults = faults;
        this.away = away;
    }

    /** Finds the files of a source, or makes them; there is none if it cannot be made. */
    static SourceFiles of(CaptureSource source, BooleanSupplier canceled) {
        return switch (source) {
            case CaptureSource.Files files -> found(files, canceled);
            case CaptureSource.Pasted(String text) ->
                made(source, file -> Files.writeString(file, text, StandardCharsets.UTF_8));
            case CaptureSource.Sample() ->
                made(source, file -> {
                    try (InputStream sample = Objects.requireNonNull(SourceFiles.class.getResourceAsStream(SAMPLE))) {
                        Files.copy(sample, file, StandardCopyOption.REPLACE_EXISTING);
                    }
                });
        };
    }

    private static SourceFiles found(CaptureSource.Files source, BooleanSupplier canceled) {
        Archives archives = Archives.of(source.files(), canceled);
        List<SourceFile> files = archives.files();
        List<Path> names = files.stream().map(SourceFile::name).toList();
        if (names.equals(source.files())) {
            return new SourceFiles(source, files, archives.faults(), archives::close);
        }
        Map<Path, Duration> offsets = new HashMap<>();
        for (SourceFile file : files) {
            Duration offset = offset(source, file.name());
            if (!offset.isZero()) {
                offsets.put(file.name(), offset);
            }
        }
        return new SourceFiles(new CaptureSource.Files(names, offsets), files, archives.faults(), archives::close);
    }

    /** Its own, else that of the archive or folder in which it lies. */
    private static Duration offset(CaptureSource.Files source, Path name) {
        for (Path at = name; at != null; at = at.getParent()) {
            if (source.clockOffsets().containsKey(at)) {
                return source.clockOffsets().get(at);
            }
        }
        return Duration.ZERO;
    }

    /** Puts something into a file. */
    private interface Writing {
        void into(Path file) throws IOException;
    }

    private static SourceFiles made(CaptureSource source, Writing writing) {
        try {
            ScratchFile file = ScratchFile.create();
            try {
                writing.into(file.path());
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
            return new SourceFiles(source, List.of(SourceFile.of(file.path())), List.of(), file::close);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "No temporary file", e);
            String folder = ScratchFile.folder().toString();
            return new SourceFiles(
                    source, List.of(), List.of(new Unusable(0, 0, Unusable.Reason.NO_SCRATCH_FILE, folder)), () -> {});
        }
    }

    /** Why there is no file, or not all that are in an archive. */
    List<Unusable> faults() {
        return faults;
    }

    /** The source with the files of an archive in its place. */
    CaptureSource source() {
        return source;
    }

    List<SourceFile> files() {
        return files;
    }

    /** What to add to the times of each, by its name. */
    Map<Path, Duration> clockOffsets() {
        return source instanceof CaptureSource.Files named ? named.clockOffsets() : Map.of();
    }

    @Override
    public void close() {
        away.run();
    }
}
