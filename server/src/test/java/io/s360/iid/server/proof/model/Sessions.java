package io.s360.iid.server.proof.model;

/** What can be done with sessions, and what comes of it in words. Sessions are numbered in the order in which they were made. */
interface Sessions {

    String openParent();

    String endParent(int parent, String reason);

    String create(String client, int parent);

    String get(String client, int parent, int child);

    String refresh(String client, int parent, int child);

    String validate(String client, int parent, int child);

    String logout(String client, int parent, int child);

    String addMessages(String client, int parent, int child, int number);

    String end(int child);

    void disable(String client);

    void enable(String client);
}
