package io.onsale.messages;

/** What somebody is told. */
public record Message(String to, String text) {

    /** Shows neither, because logs keep what they are given. */
    @Override
    public String toString() {
        return "Message[hidden]";
    }
}
