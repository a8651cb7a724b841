namespace TrainingHub.Coverage;

internal static class PhoneMask
{
    extension(string phone)
    {
        /// <summary>138****0426; of anything shorter only the last two digits.</summary>
        public string Masked() => phone.Length >= 11 ? $"{phone[..3]}****{phone[^4..]}" : $"****{(phone.Length > 2 ? phone[^2..] : "")}";
    }
}
