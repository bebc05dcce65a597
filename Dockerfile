# The command without root, as whoever owns the folder out/:
#   mkdir -p out
#   docker run --rm --user "$(id -u):$(id -g)" -v "$PWD/news:/news:ro" -v "$PWD/out:/out" onrecord \
#     analyse /news --into /out/tables
FROM python:3.13-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY analysis ./analysis
COPY notebooks ./notebooks
COPY seeds ./seeds
RUN python -m venv /opt/onrecord \
 && /opt/onrecord/bin/pip install --no-cache-dir ".[lab,formats]"

FROM python:3.13-slim
RUN useradd --create-home --uid 10001 reader \
 && mkdir /out && chown reader /out
COPY --from=build /opt/onrecord /opt/onrecord
# a user that the container does not know has no home, and Jupyter wants one
ENV PATH=/opt/onrecord/bin:$PATH HOME=/tmp PYTHONDONTWRITEBYTECODE=1
USER reader
WORKDIR /out
ENTRYPOINT ["onrecord"]
CMD ["--help"]
