# The command without root: docker run --rm -v "$PWD/news:/news:ro" -v "$PWD/out:/out" onrecord \
#   analyse /news --into /out/tables
FROM python:3.13-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY analysis ./analysis
COPY notebooks ./notebooks
RUN python -m venv /opt/onrecord \
 && /opt/onrecord/bin/pip install --no-cache-dir ".[lab,formats]"

FROM python:3.13-slim
RUN useradd --create-home --uid 10001 reader \
 && mkdir /out && chown reader /out
COPY --from=build /opt/onrecord /opt/onrecord
ENV PATH=/opt/onrecord/bin:$PATH PYTHONDONTWRITEBYTECODE=1
USER reader
WORKDIR /out
ENTRYPOINT ["onrecord"]
CMD ["--help"]
