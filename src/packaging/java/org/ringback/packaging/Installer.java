package org.ringback.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ringback.words.ProgramText;

/**
 * Packages that jpackage makes: it gives the program a launcher that is a program of its own, as Windows and macOS want it.
 * Neither takes captures away from whoever opens them now: what jpackage registers there becomes the one that opens them.
 */
final class Installer {

    /** By this Windows knows that a package is a newer one of the same program: it must never change. */
    static final String UPGRADES = "970de542-d14a-4254-b705-6d42e9c2de47";

    private final Product product;
    private final Path folder;
    private final List<String> command = new ArrayList<>();

    private Installer(Product product, Path folder) {
        this.product = product;
        this.folder = folder;
    }

    /** What Windows installs, for one user and without an administrator. */
    static Path msi(Product product, Path folder) throws IOException, InterruptedException {
        var installer = new Installer(product, folder);
        Path app =
                installer.app("runtime", new IconFiles(new Icons(Icons.SIGN)).windows(folder.resolve("ringback.ico")));
        return installer.pack(
                "msi",
                app.resolve(Product.TITLE),
                "windows-" + processor() + ".msi",
                List.of(
                        "--win-upgrade-uuid",
                        UPGRADES,
                        "--win-per-user-install",
                        "--win-menu",
                        "--win-dir-chooser",
                        "--win-help-url",
                        ProgramText.HOME,
                        "--license-file",
                        Path.of("LICENSE").toAbsolutePath().toString()));
    }

    /** What macOS users drag into their applications. */
    static Path dmg(Product product, Path folder) throws IOException, InterruptedException {
        var installer = new Installer(product, folder);
        Path app = installer.app(
                "Contents/runtime/Contents/Home",
                new IconFiles(new Icons(Icons.SIGN)).macos(folder.resolve("ringback.icns")));
        return installer.pack(
                "dmg",
                app.resolve(Product.TITLE + ".app"),
                "macos-" + processor() + ".dmg",
                List.of("--mac-package-identifier", Product.ID));
    }

    /** The folder that is packed, as Linux gets it from the same command; only to look at, or to try the command. */
    static Path app(Product product, Path folder) throws IOException, InterruptedException {
        return new Installer(product, folder)
                .app("lib/runtime", Icons.SIGN.resolveSibling("none"))
                .resolve(Product.TITLE);
    }

    private Path app(String runtime, Path icon) throws IOException, InterruptedException {
        Path apps = folder.resolve("app");
        begin("app-image", apps);
        add("--runtime-image", product.image().toString());
        add("--module", "org.ringback/org.ringback.Ringback");
        for (String option : javaOptions()) {
            add("--java-options", option);
        }
        add("--java-options", "-XX:AOTCache=$ROOTDIR/" + runtime + "/lib/ringback.aot");
        if (Files.exists(icon)) {
            add("--icon", icon.toString());
        }
        // The window needs no console, and answers in a terminal need one, which is asked for its code page.
        if (System.getProperty("os.name").startsWith("Windows")) {
            add("--java-options", "--enable-native-access=org.ringback");
            Path terminal = Files.writeString(
                    folder.resolve("terminal.properties"), "win-console=true\nwin-menu=false\nwin-shortcut=false\n");
            add("--add-launcher", "ringback-cli=" + terminal);
        }
        run();
        return apps;
    }

    private Path pack(String type, Path app, String name, List<String> more) throws IOException, InterruptedException {
        Path made = folder.resolve("made");
        begin(type, made);
        add("--app-image", app.toString());
        command.addAll(more);
        run();
        try (var files = Files.list(made)) {
            Path file = folder.resolve("ringback-" + product.fileVersion() + "-" + name);
            return Files.move(files.findFirst().orElseThrow(), file);
        }
    }

    private void begin(String type, Path destination) {
        command.clear();
        command.add(Tools.ofJava("jpackage"));
        add("--type", type);
        add("--dest", destination.toString());
        add("--name", Product.TITLE);
        add("--app-version", product.numericVersion());
        add("--vendor", Product.AUTHORS);
        add("--copyright", "Copyright 2026 " + Product.AUTHORS);
        add("--description", Words.all().getFirst().purpose());
    }

    private void add(String option, String value) {
        command.add(option);
        command.add(value);
    }

    private void run() throws IOException, InterruptedException {
        new Tools(product).run(folder, command);
    }

    /** What all launchers tell Java, one option a line. */
    static List<String> javaOptions() throws IOException {
        return Files.readAllLines(Path.of("src", "main", "launcher", "options")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static String processor() {
        return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "aarch64", "arm64" -> "arm64";
            default -> "x64";
        };
    }
}
