"""The lists of sales that well-known programs write."""

from typing import Final

from ecrm_desktop.exchange.program import program
from ecrm_desktop.values.statuses import ImportKind, PurchaseChannel

SALES: Final = (
    # Shopify, orders: one line per item, the order's own cells in its first line only.
    program(
        ImportKind.PURCHASES,
        "Lineitem quantity|Lineitem name|Lineitem price",
        """
        Name=number
        Created at=date
        Billing Name=customer_name
        Shipping Name=customer_name
        Billing Phone=customer_phone
        Shipping Phone=customer_phone
        Phone=customer_phone
        Billing Country=phone_country
        Shipping Country=phone_country
        Email=customer_email
        Financial Status=status
        Cancelled at=status
        Shipping=shipping
        Taxes=tax
        Discount Amount=order_discount
        Refunded Amount=refunded
        Currency=currency
        Payment Method=payment
        Employee=seller
        Source=channel
        Notes=note
        Lineitem sku=product_code
        Lineitem name=product_name
        Lineitem quantity=quantity
        Lineitem price=unit_price
        Lineitem discount=discount
        """,
        channel=PurchaseChannel.WEBSITE,
    ),
    program(
        ImportKind.PURCHASES,
        "Order #|Items sold|Net Sales",
        """
        Order #=number
        Date=date
        Customer=customer_name
        Status=status
        Items sold=quantity
        Net Sales=amount
        """,
        channel=PurchaseChannel.WEBSITE,
    ),
    # The plugin "Advanced Order Export For WooCommerce".
    program(
        ImportKind.PURCHASES,
        "Order Number|Item Name|Item Cost",
        """
        Order Number=number
        Order Date=date
        First Name (Billing)=customer_first_name
        Last Name (Billing)=customer_last_name
        Phone (Billing)=customer_phone
        Country Code (Billing)=phone_country
        Country Name (Billing)=phone_country
        Email (Billing)=customer_email
        Order Status=status
        Cart Discount Amount=order_discount
        Order Shipping Amount=shipping
        Order Total Tax Amount=tax
        SKU=product_code
        Item Name=product_name
        Quantity (- Refund)=quantity
        Quantity=quantity?
        Item Cost=unit_price
        Order Currency=currency
        Payment Method Title=payment
        Customer Note=note
        """,
        are_prices_net=True,
        channel=PurchaseChannel.WEBSITE,
    ),
    # HubSpot, deals and contacts.
    program(
        ImportKind.PURCHASES,
        "Deal Name|Deal Stage|Amount",
        """
        Record ID=number
        Record ID - Deal=number?
        Deal ID=number?
        Close Date=date
        Amount=amount
        Deal Stage=status
        Currency=currency
        Deal owner=seller
        Associated Contact=customer_name
        Associated Company=customer_name
        """,
    ),
    # The same plugin in Persian.
    program(
        ImportKind.PURCHASES,
        "شماره سفارش|نام (صورتحساب)|نام محصول",
        """
        شماره سفارش=number
        تاریخ سفارش=date
        نام (صورتحساب)=customer_first_name
        نام خانوادگی (صورتحساب)=customer_last_name
        تلفن (صورتحساب)=customer_phone
        ایمیل (صورتحساب)=customer_email
        وضعیت سفارش=status
        مبلغ تخفیف سبد خرید=order_discount
        تخفیف سبد خرید=order_discount
        هزینه حمل و نقل=shipping
        هزینه ارسال=shipping
        مبلغ حمل و نقل سفارش=shipping
        مبلغ کل مالیات سفارش=tax
        شناسه محصول=product_code
        کد محصول=product_code
        SKU=product_code
        نام محصول=product_name
        نام آیتم=product_name
        تعداد=quantity
        تعداد (- استرداد)=quantity
        قیمت محصول=unit_price
        قیمت واحد=unit_price
        هزینه آیتم=unit_price
        واحد پول سفارش=currency
        واحد پول=currency
        عنوان روش پرداخت=payment
        روش پرداخت=payment
        یادداشت مشتری=note
        """,
        are_prices_net=True,
        channel=PurchaseChannel.WEBSITE,
    ),
    # Digikala's panel of sellers: one line per item, nobody is named.
    program(
        ImportKind.PURCHASES,
        "شماره سفارش|عنوان تنوع|تعداد",
        """
        شماره سفارش=number
        تاریخ ثبت سفارش=date
        تاریخ ثبت=date
        تاریخ سفارش=date
        کد تنوع=product_code
        شناسه تنوع=product_code
        عنوان تنوع=product_name
        تعداد=quantity
        قیمت فروش=unit_price
        قیمت واحد=unit_price
        مبلغ=amount
        قیمت کل=amount
        وضعیت سفارش=status
        وضعیت=status
        نام مشتری=customer_name
        """,
        channel=PurchaseChannel.WEBSITE,
    ),
    # Square: one line per item, refunds below zero; and whole transactions.
    program(
        ImportKind.PURCHASES,
        "Price Point Name|Net Sales|Transaction ID",
        """
        Date=date
        Time=time
        Item=product_name
        Qty=quantity
        SKU=product_code
        Net Sales=amount
        Transaction ID=number
        Event Type=status
        Customer ID=customer_code
        Customer Name=customer_name
        Employee=seller
        Channel=channel
        Notes=note
        """,
    ),
    program(
        ImportKind.PURCHASES,
        "Total Collected|Net Sales|Transaction ID|Tip",
        """
        Date=date
        Time=time
        Net Sales=amount
        Tax=tax
        Transaction ID=number
        Customer ID=customer_code
        Customer Name=customer_name
        Staff Name=seller
        Source=channel
        Description=note
        """,
    ),
    # Salesforce's opportunities and Zoho's deals: what is not won is no sale.
    program(
        ImportKind.PURCHASES,
        "Opportunity Name|Stage|Close Date|Amount",
        """
        Opportunity ID=number
        Close Date=date
        Amount=amount
        Amount Currency=currency
        Stage=status
        Account Name=customer_name
        Opportunity Owner=seller
        Description=note
        """,
    ),
    program(
        ImportKind.PURCHASES,
        "Deal Name|Stage|Closing Date|Amount",
        """
        Record Id=number
        Closing Date=date
        Amount=amount
        Currency=currency
        Stage=status
        Contact Name=customer_name
        Account Name=customer_name
        Deal Owner=seller
        Description=note
        """,
    ),
    # Odoo's orders, and Loyverse's receipts.
    program(
        ImportKind.PURCHASES,
        "Order Reference|Salesperson|Customer|Total",
        """
        Order Reference=number
        Order Date=date
        Creation Date=date?
        Customer=customer_name
        Salesperson=seller
        Total=amount
        Currency=currency
        Status=status
        """,
    ),
    program(
        ImportKind.PURCHASES,
        "Receipt number|Receipt type|Net sales",
        """
        Date=date
        Receipt number=number
        Receipt type=status
        SKU=product_code
        Item=product_name
        Quantity=quantity
        Net sales=amount
        Cashier name=seller
        Customer name=customer_name
        Customer contacts=customer_phone
        Status=status
        Comment=note
        """,
    ),
)
"""Each program's table of titles."""
