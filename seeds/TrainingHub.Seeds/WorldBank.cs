namespace TrainingHub.Seeds;

/// <summary>Questions of a demo bank, written as Markdown.</summary>
/// <param name="Owner">Key of the organization in whose bank they are.</param>
/// <param name="Folder">Name of the folder in which they lie; null: the bank itself.</param>
/// <param name="Author">Key of the person who wrote them.</param>
/// <param name="Text">The questions, one after the other.</param>
public sealed record WorldBank(string Owner, string? Folder, string Author, string Text)
{
    /// <summary>The only picture on which a question of the demo banks is asked, PNG.</summary>
    public static byte[] Corridor { get; } = Read("corridor.png");

    /// <summary>The banks of the small world: the city's, which its counties read, and one county's own in two folders.</summary>
    public static IReadOnlyList<WorldBank> Small { get; } =
    [
        new(SmallWorld.City, null, SmallWorld.CityOfficer, TextOf("city.md")),
        new(SmallWorld.Linxi, "消防安全", SmallWorld.LinxiOfficer, TextOf("fire.md")),
        new(SmallWorld.Linxi, "日常安全", SmallWorld.LinxiOfficer, TextOf("daily.md")),
    ];

    private static string TextOf(string name) => System.Text.Encoding.UTF8.GetString(Read(name));

    private static byte[] Read(string name)
    {
        using var stream = typeof(WorldBank).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
