package org.ringback.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Rights for nobody but the user who runs the program, given while a file comes into being: not a moment later. */
final class OwnerOnly {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** Makes a folder and what is missing above it. */
    static void createFolders(Path folder) throws IOException {
        Files.createDirectories(folder, attributes(folder, FOLDER));
    }

    /** For a new file; none where the file system knows no rights. */
    static FileAttribute<?>[] ofFile(Path file) throws IOException {
        return attributes(file, FILE);
    }

    /** For a file that may have been there, with other rights. */
    static void restrict(Path file) throws IOException {
        if (knows(file, "posix")) {
            Files.setPosixFilePermissions(file, FILE);
        }
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> rights) throws IOException {
        if (knows(path, "posix")) {
            return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)};
        }
        return knows(path, "acl") ? new FileAttribute<?>[] {new Acl(owner(path))} : new FileAttribute<?>[0];
    }

    private static boolean knows(Path path, String view) {
        return path.getFileSystem().supportedFileAttributeViews().contains(view);
    }

    private static UserPrincipal owner(Path path) throws IOException {
        return path.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
    }

    /** The same on Windows: a list with one entry, which files in a folder inherit. */
    private record Acl(UserPrincipal owner) implements FileAttribute<List<AclEntry>> {

        @Override
        public String name() {
            return "acl:acl";
        }

        @Override
        public List<AclEntry> value() {
            return List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(owner)
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
                    .build());
        }
    }
}
