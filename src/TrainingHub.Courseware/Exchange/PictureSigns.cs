namespace TrainingHub.Courseware.Exchange;

/// <summary>Tells pictures from what only calls itself one, by how they begin.</summary>
internal static class PictureSigns
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];

    public static bool IsPicture(ReadOnlySpan<byte> head) =>
        head.StartsWith(Png) || head.StartsWith(Jpeg) || head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8);
}
