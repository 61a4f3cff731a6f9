/** Ringback: why a SIP call failed and what to do about it, offline and in the user's own language. */
module org.ringback {
    requires atlantafx.base;
    requires com.fasterxml.jackson.databind;
    requires concentus;
    requires info.picocli;
    requires java.desktop;
    requires java.logging;
    requires java.xml;
    // Nothing here uses it, but Lucene prints a warning where it is missing.
    requires jdk.management;
    requires javafx.base;
    requires javafx.controls;
    requires javafx.graphics;
    requires org.apache.lucene.analysis.common;
    requires org.apache.lucene.core;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.feather;
    requires org.kordamp.ikonli.javafx;

    exports org.ringback;
    exports org.ringback.window to
            javafx.graphics;

    opens org.ringback.comparison to
            com.fasterxml.jackson.databind;
    opens org.ringback.handbook to
            com.fasterxml.jackson.databind;
    opens org.ringback.settings to
            com.fasterxml.jackson.databind;
}
