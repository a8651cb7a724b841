using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TrainingHub.Sessions.Papers;

internal sealed class PaperSheetMap : IEntityTypeConfiguration<PaperSheet>
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Rows are never changed: the same dictionary is the same answers.
    private static readonly ValueComparer<IReadOnlyDictionary<int, string>> Same = new((one, other) => ReferenceEquals(one, other), answers => answers.Count, answers => answers);

    public void Configure(EntityTypeBuilder<PaperSheet> sheet)
    {
        sheet.ToTable("SessionPaperSheets");
        sheet.HasKey(s => new { s.PaperId, s.Number });
        sheet.Property(s => s.Answers).HasConversion(answers => Write(answers), text => Read(text), Same);
        sheet.Property(s => s.Marks).HasConversion(marks => Write(marks), text => Read(text), Same);
        sheet.Property(s => s.Marker).HasMaxLength(PaperSheet.LongestMarker);
        sheet.Property(s => s.Reason).HasMaxLength(PaperSheet.LongestReason);
    }

    private static string Write(IReadOnlyDictionary<int, string> answers) => JsonSerializer.Serialize(answers, Readable);

    // Empty: kept before marks were.
    private static Dictionary<int, string> Read(string text) => text.Length is 0 ? [] : JsonSerializer.Deserialize<Dictionary<int, string>>(text, Readable) ?? [];
}
