using System.Text.Encodings.Web;
using System.Text.Json;

namespace TrainingHub.Notices;

/// <summary>What is owed, as a notice keeps it.</summary>
internal static class NoticeLines
{
    internal const int MostCharacters = 8000;

    /// <summary>More than anybody owes; the rest is on the home page.</summary>
    private const int Most = 20;

    // Chinese as it is: written as numbers it would take six times the room.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IEnumerable<NoticeLine> lines)
    {
        var kept = lines.Take(Most).ToList();
        var text = JsonSerializer.Serialize(kept, Readable);
        while (text.Length > MostCharacters)
        {
            kept.RemoveAt(kept.Count - 1);
            text = JsonSerializer.Serialize(kept, Readable);
        }

        return text;
    }

    public static List<NoticeLine> Read(string text) => text.Length is 0 ? [] : JsonSerializer.Deserialize<List<NoticeLine>>(text) ?? [];
}
