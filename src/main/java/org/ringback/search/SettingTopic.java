package org.ringback.search;

import org.ringback.language.NamedKey;

/** What a setting of a product is about, in a whole sentence. */
enum SettingTopic implements NamedKey {
    MEDIA_ADDRESS,
    SIGNALING_ADDRESS,
    PATH,
    NEIGHBORS,
    REGISTRATION,
    LOGIN,
    ENCRYPTION,
    CERTIFICATES,
    DTMF,
    FAX,
    CALLER_NUMBER,
    WAITING,
    SILENCE,
    SIZE,
    COPIES;

    @Override
    public String group() {
        return "setting";
    }
}
