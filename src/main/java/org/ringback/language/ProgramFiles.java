package org.ringback.language;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The files in {@code resources/}, found by listing, so that a new language needs no list to be edited. */
public final class ProgramFiles implements LanguageFiles {

    /** The version of the program, as the build has noted it; empty where it runs from a class path. */
    public static Optional<String> version() {
        return Optional.ofNullable(ProgramFiles.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion);
    }

    /** The version of a module that the program runs on; empty where modules are not used or have none. */
    public static Optional<String> version(String module) {
        return ModuleLayer.boot()
                .findModule(module)
                .flatMap(found -> found.getDescriptor().rawVersion());
    }

    /** The commit that the program was built from; empty if it does not run from a packaged image. */
    public static Optional<String> commit() {
        var told = new Properties();
        try (var release = Files.newBufferedReader(Path.of(System.getProperty("java.home"), "release"))) {
            told.load(release);
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(told.getProperty("RINGBACK_COMMIT")).map(commit -> commit.replace("\"", ""));
    }

    @Override
    public List<String> list(String folder) throws IOException {
        try (var files = Files.list(resources().resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** A module can also be asked for all of its files, which takes five times as long as to look into one folder. */
    private static Path resources() throws IOException {
        try {
            var module = ProgramFiles.class.getModule();
            return module.isNamed() ? Path.of(location(module)) : besideEnglish();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** In the image, or the folder on the module path. */
    private static URI location(Module module) {
        return module.getLayer()
                .configuration()
                .findModule(module.getName())
                .flatMap(found -> found.reference().location())
                .orElseThrow();
    }

    /** On a class path (some development tools) there is no module to list: the folder of a known file is. */
    private static Path besideEnglish() throws URISyntaxException {
        URI english = Objects.requireNonNull(ProgramFiles.class.getResource("/texts/texts_en.properties"))
                .toURI();
        return Path.of(english).getParent().getParent();
    }

    @Override
    public Optional<InputStream> open(String folder, String name) {
        return Optional.ofNullable(ProgramFiles.class.getResourceAsStream("/" + folder + "/" + name));
    }
}
