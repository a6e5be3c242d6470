package io.s360.iid.mock.misfits;

import org.springframework.misfit.Bean;

/** Uses Spring. */
public final class Springy {

    Bean bean = new Bean();
}
