package org.ringback.packaging;

import java.util.List;

/**
 * The types of captures, for desktops that do not know them yet (freedesktop.org Shared MIME-info Database). It says the
 * same as Wireshark's own file, without its icon, so whoever is installed later changes nothing.
 */
final class MimeTypes {

    private MimeTypes() {}

    static String of(List<Words> languages) {
        var comments = new StringBuilder();
        for (Words words : languages) {
            comments.append(words.english() ? "    <comment>" : "    <comment xml:lang=\"" + words.locale() + "\">")
                    .append(Metainfo.escaped(words.capture()))
                    .append("</comment>\n");
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
              <mime-type type="application/vnd.tcpdump.pcap">
            %s    <magic>
                  <match type="big32" offset="0" value="0xa1b2c3d4"/>
                  <match type="little32" offset="0" value="0xa1b2c3d4"/>
                  <match type="big32" offset="0" value="0xa1b23c4d"/>
                  <match type="little32" offset="0" value="0xa1b23c4d"/>
                </magic>
                <glob pattern="*.pcap"/>
                <glob pattern="*.cap"/>
              </mime-type>
              <mime-type type="application/x-pcapng">
            %s    <magic>
                  <match type="big32" offset="0" value="0x0a0d0d0a">
                    <match type="big32" offset="8" value="0x1a2b3c4d"/>
                    <match type="little32" offset="8" value="0x1a2b3c4d"/>
                  </match>
                </magic>
                <glob pattern="*.pcapng"/>
              </mime-type>
            </mime-info>
            """.formatted(comments, comments);
    }
}
