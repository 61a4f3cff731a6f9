package org.ringback.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** What can be made, on which system, and with which tools. */
enum Kind {
    DEB("linux", "dpkg-deb gzip strip"),
    RPM("linux", "rpmbuild gzip strip"),
    TAR("linux", "tar gzip strip"),
    MSI("windows", ""),
    DMG("mac", ""),
    /** Not for anyone to install: what the two before are made from. */
    APP("nobody", "");

    private static final String INSTALL =
            "apt install dpkg rpm tar gzip binutils, or dnf install dpkg rpm-build tar gzip binutils";

    private final String system;
    /** Between spaces. */
    private final String tools;

    Kind(String system, String tools) {
        this.system = system;
        this.tools = tools;
    }

    /** Those that were named; all that this system can make if none was. */
    static List<Kind> wanted(String named, String system) {
        if (named.equals("all")) {
            String lower = system.toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(kind -> lower.startsWith(kind.system))
                    .toList();
        }
        return Arrays.stream(named.toUpperCase(Locale.ROOT).split(",", -1))
                .map(Kind::valueOf)
                .toList();
    }

    /** One line on what is missing here for these, and how to get it. */
    static Optional<String> lacking(List<Kind> kinds) {
        var tools = new TreeSet<String>();
        kinds.stream()
                .filter(kind -> !kind.tools.isEmpty())
                .forEach(kind -> tools.addAll(List.of(kind.tools.split(" ", -1))));
        List<String> missing = Tools.missing(List.copyOf(tools));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("To make packages, this must be installed first: " + String.join(", ", missing) + " ("
                        + INSTALL + ")");
    }

    /** Makes a package in a folder that holds nothing of its name, and says where it is. */
    Path make(Product product, Path folder) throws IOException, InterruptedException {
        return switch (this) {
            case DEB -> DebPackage.make(product, folder);
            case RPM -> RpmPackage.make(product, folder);
            case TAR -> PortableFolder.make(product, folder);
            case MSI -> Installer.msi(product, folder);
            case DMG -> Installer.dmg(product, folder);
            case APP -> Installer.app(product, folder);
        };
    }
}
