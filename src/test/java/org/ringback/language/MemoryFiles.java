package org.ringback.language;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Language files that a test writes itself. */
final class MemoryFiles implements LanguageFiles {

    private final Map<String, String> files = new LinkedHashMap<>();

    MemoryFiles with(String path, String content) {
        files.put(path, content);
        return this;
    }

    @Override
    public List<String> list(String folder) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(folder + "/"))
                .map(path -> path.substring(folder.length() + 1))
                .toList();
    }

    @Override
    public Optional<InputStream> open(String folder, String name) {
        return Optional.ofNullable(files.get(folder + "/" + name))
                .map(content -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
