using System.Globalization;
using TrainingHub.Documents;
using TrainingHub.Hosting;

namespace TrainingHub.Certificates;

/// <summary>What a certificate says on paper. Always Chinese, whatever the reader's language.</summary>
internal static class CertificateSheets
{
    private const string Anonymized = "已匿名";
    private const int UsualFullPoints = 100;

    extension(CertificateFacts facts)
    {
        public CertificateSheet SheetFor(Uri verifyAddress) => new()
        {
            Title = facts.Title,
            Name = facts.PersonName ?? Anonymized,
            Unit = facts.UnitName,
            Position = facts.PositionName,
            Programme = facts.Award is null ? facts.ProgrammeName : facts.ProgrammeName[..^(facts.Award.Length + 1)],
            Award = facts.Award,
            HoursText = facts.CreditMinutes > 0 ? $"{facts.CreditMinutes.AsCreditHours()}学时" : "",
            ScoreText = ScoreOf(facts),
            CompletedOn = facts.CompletionDay,
            IssuedOn = facts.IssuedOn,
            ValidUntil = facts.ValidUntil,
            Issuer = facts.IssuerName,
            Serial = facts.Serial,
            VerifyAddress = verifyAddress,
        };
    }

    private static string? ScoreOf(CertificateFacts facts) => (facts.Points, facts.FullPoints) switch
    {
        (null, _) => null,
        ({ } points, null or UsualFullPoints) => string.Create(CultureInfo.InvariantCulture, $"{points}分"),
        ({ } points, { } full) => string.Create(CultureInfo.InvariantCulture, $"{points}分（满分{full}分）"),
    };
}
