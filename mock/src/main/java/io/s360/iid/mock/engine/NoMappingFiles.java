package io.s360.iid.mock.engine;

import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.util.List;

/** Keeps WireMock from looking for stubs in the folder where the mock happens to be started, and from leaving some there. */
final class NoMappingFiles implements MappingsSource {

    @Override
    public void loadMappingsInto(StubMappings mappings) {}

    @Override
    public void save(List<StubMapping> mappings) {}

    @Override
    public void save(StubMapping mapping) {}

    @Override
    @SuppressWarnings("removal") // the only form that every caller in this version uses
    public void remove(StubMapping mapping) {}

    @Override
    public void removeAll() {}
}
