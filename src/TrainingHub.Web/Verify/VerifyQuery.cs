using Microsoft.EntityFrameworkCore;
using TrainingHub.Certificates;
using TrainingHub.Organizations;
using TrainingHub.Storage;

namespace TrainingHub.Verify;

/// <summary>Finds a certificate for a stranger: by its code, which cannot be guessed, or by serial and full name together.</summary>
public sealed class VerifyQuery(Db db)
{
    /// <summary>The certificate; null when the code is unknown or no code at all.</summary>
    public async Task<CertificateFacts?> ByCodeAsync(string? typed, CancellationToken cancel)
    {
        if (VerifyCode.Read(typed) is not { } code)
        {
            return null;
        }

        return await db.FactsOf(db.Certificates.Where(certificate => certificate.Code == code)).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The code of a certificate; null when serial and name are not those of one.</summary>
    public async Task<string?> CodeOfAsync(string? typed, string? name, CancellationToken cancel)
    {
        if (Serial.Read(typed) is not { } serial || name is null)
        {
            return null;
        }

        var facts = await db.FactsOf(db.Certificates.Where(certificate => certificate.Serial == serial)).SingleOrDefaultAsync(cancel);
        return facts?.PersonName is { } holder && string.Equals(NameFolding.Fold(holder), NameFolding.Fold(name), StringComparison.Ordinal) ? facts.Code : null;
    }
}
