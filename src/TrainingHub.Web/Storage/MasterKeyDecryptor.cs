using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace TrainingHub.Storage;

/// <summary>Named in every stored entry of the ring; made by data protection, which hands it the services.</summary>
internal sealed class MasterKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(Encoding.UTF8.GetString(
        services.GetRequiredService<MasterKey>().Decrypt(Convert.FromBase64String(encryptedElement.Value))));
}
