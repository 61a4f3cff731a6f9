package org.ringback.language;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The files in {@code resources/}, found by listing, so that a new language needs no list to be edited. */
public final class ProgramFiles implements LanguageFiles {

    /** The version of the program, as the build has noted it; empty where it runs from a class path. */
    public static Optional<String> version() {
        return Optional.ofNullable(ProgramFiles.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion);
    }

    @Override
    public List<String> list(String folder) throws IOException {
        var module = ProgramFiles.class.getModule();
        if (!module.isNamed()) {
            return listBesideEnglish(folder);
        }
        var reference = module.getLayer()
                .configuration()
                .findModule(module.getName())
                .orElseThrow()
                .reference();
        try (ModuleReader reader = reference.open();
                var names = reader.list()) {
            String prefix = folder + "/";
            return names.filter(name -> name.startsWith(prefix) && !name.endsWith("/"))
                    .map(name -> name.substring(prefix.length()))
                    .toList();
        }
    }

    /** On a class path (some development tools) there is no module to list: the folder of a known file is. */
    private static List<String> listBesideEnglish(String folder) throws IOException {
        try {
            URI english = Objects.requireNonNull(ProgramFiles.class.getResource("/texts/texts_en.properties"))
                    .toURI();
            Path resources = Path.of(english).getParent().getParent();
            try (var files = Files.list(resources.resolve(folder))) {
                return files.map(file -> file.getFileName().toString()).toList();
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    @Override
    public Optional<InputStream> open(String folder, String name) {
        return Optional.ofNullable(ProgramFiles.class.getResourceAsStream("/" + folder + "/" + name));
    }
}
