package org.ringback.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What stands beside the program on a Linux desktop: menus, stores, types of files, manual pages, completion. */
final class Extras {

    private final Product product;
    private final Tools tools;

    Extras(Product product) {
        this.product = product;
        this.tools = new Tools(product);
    }

    /** Writes everything below a {@code share} folder. */
    void writeTo(Tree tree, String share) throws IOException, InterruptedException {
        List<Words> languages = Words.all();
        tree.write(share + "/applications/" + DesktopFile.NAME, DesktopFile.of(languages));
        tree.write(share + "/metainfo/" + Product.ID + ".metainfo.xml", new Metainfo(product, languages).xml());
        tree.write(share + "/mime/packages/" + Product.ID + ".xml", MimeTypes.of(languages));
        icons(tree, share + "/icons/hicolor");
        for (Words words : languages) {
            String folder = words.english() ? "" : words.locale() + "/";
            packed(tree.write(share + "/man/" + folder + "man1/ringback.1", ManPage.of(product, words)));
        }
        completion(tree, share, languages.getFirst());
    }

    private static void icons(Tree tree, String folder) throws IOException {
        var icons = new Icons(Icons.SIGN);
        for (int size : Icons.SIZES) {
            icons.write(size, tree.place(folder + "/" + size + "x" + size + "/apps/" + Product.ID + ".png"));
        }
        tree.copy(Icons.SIGN, folder + "/scalable/apps/" + Product.ID + ".svg");
    }

    private static void completion(Tree tree, String share, Words words) throws IOException {
        var completion = new Completion(words);
        tree.write(share + "/bash-completion/completions/ringback", completion.bash());
        tree.write(share + "/zsh/vendor-completions/_ringback", completion.zsh());
        tree.write(share + "/fish/vendor_completions.d/ringback.fish", completion.fish());
    }

    /** Takes out of native code what only its own developers read. */
    void strip(Path image) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("strip", "--strip-unneeded"));
        try (Stream<Path> files = Files.walk(image)) {
            files.filter(file -> file.toString().endsWith(".so")
                            || file.endsWith("bin/java")
                            || file.endsWith("jspawnhelper"))
                    .map(Path::toString)
                    .sorted()
                    .forEach(command::add);
        }
        tools.run(image, command);
    }

    /** As small as it gets, and without the time of day. */
    void packed(Path file) throws IOException, InterruptedException {
        tools.run(file.getParent(), List.of("gzip", "-9n", file.getFileName().toString()));
    }
}
