using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace TrainingHub.Storage;

/// <summary>Encrypts an entry of the data-protection ring with the master key.</summary>
internal sealed class MasterKeyEncryptor(MasterKey key) : IXmlEncryptor
{
    /// <summary>The element that holds what was encrypted.</summary>
    public const string Sealed = "sealed";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement(Sealed, Convert.ToBase64String(key.Encrypt(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting))))),
        typeof(MasterKeyDecryptor));
}
