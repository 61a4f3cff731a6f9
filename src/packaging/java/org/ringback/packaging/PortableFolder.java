package org.ringback.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/** A folder that is unpacked anywhere and needs nobody's permission. */
final class PortableFolder {

    private PortableFolder() {}

    static Path make(Product product, Path folder) throws IOException, InterruptedException {
        String name = "ringback-%s-linux-%s".formatted(product.fileVersion(), System.getProperty("os.arch"));
        Tree tree = Tree.at(folder.resolve(name));
        tree.copy(product.image(), ".");
        Files.delete(tree.root().resolve("bin/ringback.bat"));
        var extras = new Extras(product);
        extras.strip(tree.root());
        extras.writeTo(tree, "share");
        tree.settle(FileTime.from(product.changed()));
        Path file = folder.resolve(name + ".tar.gz");
        new Tools(product)
                .run(
                        folder,
                        List.of(
                                "tar",
                                "--create",
                                "--file",
                                file.toString(),
                                "--use-compress-program",
                                "gzip -9n",
                                "--format=gnu",
                                "--sort=name",
                                "--owner=root:0",
                                "--group=root:0",
                                "--mode=go-w",
                                name));
        return file;
    }
}
