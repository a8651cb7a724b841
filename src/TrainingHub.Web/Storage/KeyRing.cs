using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace TrainingHub.Storage;

/// <summary>Keeps the data-protection ring in the database, so that every web process reads the same cookies and tokens.</summary>
internal sealed class KeyRing(IServiceScopeFactory scopes) : IXmlRepository
{
    /// <summary>Opens what an entry keeps sealed, to see that it can be done.</summary>
    /// <exception cref="InvalidOperationException">It was sealed with another master key; the message says what to do.</exception>
    public static void Open(string entry, MasterKey master)
    {
        foreach (var part in XElement.Parse(entry).Descendants(MasterKeyEncryptor.Sealed))
        {
            master.Decrypt(Convert.FromBase64String(part.Value));
        }
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var entries = scope.ServiceProvider.GetRequiredService<Db>().Set<RingEntry>().AsNoTracking().OrderBy(entry => entry.Id).ToList();
        return [.. entries.Select(entry => XElement.Parse(entry.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Add(new RingEntry
        {
            Id = scope.ServiceProvider.GetRequiredService<Ids>().Next(),
            Name = friendlyName,
            Xml = element.ToString(SaveOptions.DisableFormatting),
        });
        // Data protection's contract is synchronous and calls this about once in ninety days.
        db.SaveChanges();
    }
}
