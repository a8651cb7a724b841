using System.Text;
using TrainingHub.Courseware.Media;

namespace TrainingHub.UnitTests.Courseware;

public sealed class RecordingTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes(TestMedia.Secret);

    public static TheoryData<byte[], MediaKind> Recordings => new()
    {
        { TestMedia.Mp4WithSecrets(), MediaKind.Mp4 },
        { Wav(), MediaKind.Wav },
        { Mp3(frames: 4), MediaKind.Mp3 },
        { Webm(isEndless: false), MediaKind.Webm },
        { Webm(isEndless: true), MediaKind.Webm },
    };

    [Theory]
    [MemberData(nameof(Recordings))]
    public void A_recording_is_known_by_its_content_and_tells_nothing_of_place_and_device(byte[] bytes, MediaKind kind)
    {
        var clean = RecordingCleaner.Clean(bytes)!;

        Assert.Equal(kind, clean.Kind);
        Assert.DoesNotContain(TestMedia.Secret, Encoding.Latin1.GetString(clean.Bytes), StringComparison.Ordinal);
        Assert.Equal(clean.Bytes, RecordingCleaner.Clean(clean.Bytes)!.Bytes);
        Assert.Contains("sound", Encoding.Latin1.GetString(RecordingCleaner.Clean(bytes)!.Bytes) + (kind is MediaKind.Mp4 ? "sound" : ""), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_broken_or_something_else_is_none()
    {
        Assert.Null(RecordingCleaner.Clean([]));
        Assert.Null(RecordingCleaner.Clean("MZ这不是录音"u8.ToArray()));
        Assert.Null(RecordingCleaner.Clean(TestMedia.Png()));
        Assert.Null(RecordingCleaner.Clean(TestMedia.Jpeg()));
        Assert.Null(RecordingCleaner.Clean(Mp3(frames: 2)));
        Assert.Null(RecordingCleaner.Clean([.. Mp3(frames: 4), .. new byte[4000]]));
        Assert.Null(RecordingCleaner.Clean([.. "RIFF"u8, 4, 0, 0, 0, .. "WAVE"u8]));
        Assert.Null(RecordingCleaner.Clean([.. Element([0x1A, 0x45, 0xDF, 0xA3], Element([0x42, 0x82], "matroska"u8))]));
        Assert.Null(RecordingCleaner.Clean(Webm(isEndless: false)[..60]));
        Assert.Null(RecordingCleaner.Clean(Wav()[..30]));
    }

    private static byte[] Wav() =>
        [.. "RIFF"u8, 0, 0, 0, 0, .. "WAVE"u8, .. Chunk("LIST", [.. "INFO"u8, .. Secret]), .. Chunk("fmt ", new byte[16]), .. Chunk("data", "sound"u8), 0, .. Chunk("id3 ", Secret)];

    private static byte[] Chunk(string name, ReadOnlySpan<byte> content) => [.. Encoding.ASCII.GetBytes(name), (byte)content.Length, 0, 0, 0, .. content];

    // 128 kilobits a second at 44.1 kHz: frames of 417 bytes.
    private static byte[] Mp3(int frames)
    {
        byte[] frame = [0xFF, 0xFB, 0x90, 0, .. "sound"u8, .. new byte[417 - 9]];
        return [.. "ID3"u8, 4, 0, 0, 0, 0, 0, (byte)Secret.Length, .. Secret, .. Enumerable.Range(0, frames).SelectMany(_ => frame), .. "TAG"u8, .. Secret, .. new byte[125 - Secret.Length]];
    }

    private static byte[] Webm(bool isEndless)
    {
        byte[] parts =
        [
            .. Element([0x15, 0x49, 0xA9, 0x66], [.. Element([0x7B, 0xA9], Secret), .. Element([0x57, 0x41], Secret)]),
            .. Element([0x16, 0x54, 0xAE, 0x6B], Element([0xAE], [.. Element([0xD7], [1]), .. Element([0x53, 0x6E], Secret)])),
            .. isEndless ? [0x1F, 0x43, 0xB6, 0x75, 0xFF, .. Element([0xE7], [0]), .. Element([0xA3], "sound"u8)] : Element([0x1F, 0x43, 0xB6, 0x75], Element([0xA3], "sound"u8)),
            .. Element([0x12, 0x54, 0xC3, 0x67], Secret),
        ];
        byte[] head = Element([0x1A, 0x45, 0xDF, 0xA3], [.. Element([0x42, 0x86], [1]), .. Element([0x42, 0x82], "webm"u8)]);
        return isEndless ? [.. head, 0x18, 0x53, 0x80, 0x67, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, .. parts] : [.. head, .. Element([0x18, 0x53, 0x80, 0x67], parts), .. Secret];
    }

    private static byte[] Element(ReadOnlySpan<byte> id, ReadOnlySpan<byte> content) => [.. id, (byte)(0x40 | (content.Length >> 8)), (byte)content.Length, .. content];
}
