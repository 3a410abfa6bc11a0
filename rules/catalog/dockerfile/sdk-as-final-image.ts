import { dockerfile } from '../../contract/example.ts';
import { defineRule } from '../../contract/rule.ts';
import { fullName, shortName } from '../../model/image/reference.ts';

export default defineRule({
  id: 'sdk-as-final-image',
  subject: 'stage',
  severity: 'low',
  profile: 'strict',
  title: 'Shipped image contains a compiler',
  why: 'Compilers, headers and package caches are hundreds of megabytes that help attackers and fill scanner reports, and the program needs none of them to run.',
  remedy: 'Build in one stage, and copy the result into a small image: distroless, `-slim`, `-runtime`, or scratch.',
  ignoreWhen: 'The image is one to build in.',
  examples: {
    bad: [
      dockerfile`
        FROM golang:1.25
        COPY . .
        RUN go build -o /app .
        CMD ["/app"]
      `,
      dockerfile`
        FROM mcr.microsoft.com/dotnet/sdk:9.0
        COPY . .
        RUN dotnet publish -o /app
      `,
    ],
    good: [
      dockerfile`
        FROM golang:1.25 AS build
        RUN go build -o /app .
        FROM gcr.io/distroless/static:nonroot
        COPY --from=build /app /app
      `,
      dockerfile`
        FROM mcr.microsoft.com/dotnet/aspnet:9.0
        COPY app /app
      `,
    ],
  },

  check(stage, report) {
    const { image } = stage;
    if (!stage.isFinal || image === undefined || !builders.test(`${fullName(image)}:${image.tag ?? 'latest'}`)) return;
    report(
      { anchor: stage.anchor, path: `${stage.path}.base` },
      `Ships an image that is made for building: ${shortName(image)}.`,
    );
  },
});

/** Images whose purpose is to build (Docker Official Images and the vendors' pages, read 2026-11-23). */
const builders =
  /^(?:docker\.io\/library\/(?:golang|rust|maven|gradle|gcc|swift|haskell):(?!.*slim)|mcr\.microsoft\.com\/dotnet\/sdk:|docker\.io\/nvidia\/cuda:.*-devel|docker\.io\/library\/eclipse-temurin:.*-jdk|docker\.io\/library\/amazoncorretto:.*-jdk)/;
