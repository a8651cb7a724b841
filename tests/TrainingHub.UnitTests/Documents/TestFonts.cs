using TrainingHub.Documents;

namespace TrainingHub.UnitTests.Documents;

/// <summary>The font files that the Web build puts into place, or those of TRAININGHUB_FONTS.</summary>
internal static class TestFonts
{
    private static readonly Lazy<FontFiles> Found = new(Find);

    public static FontFiles Files => Found.Value;

    private static FontFiles Find()
    {
        var folder = Environment.GetEnvironmentVariable("TRAININGHUB_FONTS") ?? Path.Combine(Root(), "src", "TrainingHub.Web", "fonts");
        var regular = Path.Combine(folder, "NotoSansSC-Regular.ttf");
        var bold = Path.Combine(folder, "NotoSansSC-Bold.ttf");
        Assert.True(
            File.Exists(regular) && File.Exists(bold),
            $"NotoSansSC-Regular.ttf and NotoSansSC-Bold.ttf are not in {folder}. "
            + "Build src/TrainingHub.Web first (it fetches them), or name their folder in TRAININGHUB_FONTS.");
        return new FontFiles(regular, bold);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TrainingHub.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("TrainingHub.sln is in no folder above the tests.");
    }
}
