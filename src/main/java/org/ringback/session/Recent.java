package org.ringback.session;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringback.reading.CaptureSource;
import org.ringback.settings.Settings;

/**
 * Files that were opened together, and how the user had them.
 *
 * @param apart the {@linkplain CallKeys keys} of legs that the user took away from the earlier one
 */
public record Recent(CaptureSource.Files source, Set<String> apart) {

    public Recent {
        apart = Set.copyOf(apart);
    }

    /** Files by their absolute names, for who is somewhere else next time. */
    static Recent of(CaptureSource.Files source, Set<String> apart) {
        Map<Path, Duration> offsets = source.clockOffsets().entrySet().stream()
                .collect(Collectors.toMap(offset -> offset.getKey().toAbsolutePath(), Map.Entry::getValue));
        List<Path> files =
                source.files().stream().map(Path::toAbsolutePath).distinct().toList();
        return new Recent(new CaptureSource.Files(files, offsets), apart);
    }

    /** A name from another system, or a damaged one, is nothing that anybody misses. */
    static Optional<Recent> of(Settings.Recent remembered) {
        try {
            List<Path> files =
                    remembered.files().stream().map(Path::of).distinct().toList();
            Map<Path, Duration> offsets = new LinkedHashMap<>();
            remembered.offsets().forEach((file, offset) -> offsets.put(Path.of(file), Duration.parse(offset)));
            offsets.keySet().retainAll(files);
            return files.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Recent(new CaptureSource.Files(files, offsets), Set.copyOf(remembered.apart())));
        } catch (InvalidPathException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** As it stands in the settings file. */
    Settings.Recent remembered() {
        return new Settings.Recent(
                source.files().stream().map(Path::toString).toList(),
                source.clockOffsets().entrySet().stream()
                        .collect(Collectors.toMap(
                                offset -> offset.getKey().toString(),
                                offset -> offset.getValue().toString())),
                apart.stream().sorted().toList());
    }

    /** Whether it is the same files, however their clocks and legs are set. */
    boolean sameFiles(Recent other) {
        return Set.copyOf(source.files()).equals(Set.copyOf(other.source.files()));
    }
}
