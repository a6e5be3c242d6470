/** What can be set, in words: for {@code --help}, for the page, and for telling what is no setting. */
@NullMarked
package io.s360.iid.server.setting;

import org.jspecify.annotations.NullMarked;
