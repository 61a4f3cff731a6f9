package org.ringback.packaging;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** A folder that becomes a package: written here, and made the same whoever makes it and when. */
record Tree(Path root) {

    /** An empty one. */
    static Tree at(Path root) throws IOException {
        var tree = new Tree(root);
        tree.clear();
        Files.createDirectories(root);
        return tree;
    }

    private void clear() throws IOException {
        if (Files.exists(root)) {
            for (Path path : everything().reversed()) {
                Files.delete(path);
            }
        }
    }

    /** All folders and files, folders before what is in them. */
    List<Path> everything() throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted().toList();
        }
    }

    Path place(String path) throws IOException {
        Path place = root.resolve(path);
        Files.createDirectories(place.getParent());
        return place;
    }

    Path write(String path, String text) throws IOException {
        return Files.writeString(place(path), text);
    }

    /** Copies a folder with its links and with what may be started. */
    void copy(Path folder, String to) throws IOException {
        Path target = place(to);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(target.resolve(folder.relativize(from)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
                Files.copy(from, target.resolve(folder.relativize(from)), LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    void link(String path, String to) throws IOException {
        Files.createSymbolicLink(place(path), Path.of(to));
    }

    /** One time for all, and the usual permissions, whatever the umask was. */
    void settle(FileTime time) throws IOException {
        for (Path path : everything()) {
            if (!Files.isSymbolicLink(path)) {
                boolean open = Files.isDirectory(path) || Files.isExecutable(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(open ? "rwxr-xr-x" : "rw-r--r--"));
            }
            Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setTimes(time, null, null);
        }
    }

    /** How much it takes on a disk, in units of 1024 bytes; each file takes whole ones. */
    long kibibytes() throws IOException {
        long all = 0;
        for (Path path : everything()) {
            all += Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? (Files.size(path) + 1023) / 1024 : 1;
        }
        return all;
    }
}
